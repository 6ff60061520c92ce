import '../client/register.js';
