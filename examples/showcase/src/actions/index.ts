import { contact } from './contact';
import { guestbook } from './guestbook';
import { login, logout } from './login';
import { newsletter } from './newsletter';
import { order } from './order';
import { profile } from './profile';
import { shelf } from './shelf';
import { studio } from './studio';
import { workshop } from './workshop';

export const server = { contact, guestbook, login, logout, newsletter, order, profile, shelf, studio, workshop };
