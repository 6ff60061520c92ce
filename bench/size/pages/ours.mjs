import 'astro-action-forms/internal/register';
