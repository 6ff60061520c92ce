import { apprentice } from './apprentice';
import { contact } from './contact';
import { controls } from './controls';
import { guestbook } from './guestbook';
import { jobs } from './jobs';
import { login, logout } from './login';
import { newsletter } from './newsletter';
import { order } from './order';
import { postcard } from './postcard';
import { prints } from './prints';
import { profile } from './profile';
import { rent } from './rent';
import { shelf } from './shelf';
import { studio } from './studio';
import { unsubscribe } from './unsubscribe';
import { workshop } from './workshop';
import { zine } from './zine';

export const server = {
  apprentice,
  contact,
  controls,
  guestbook,
  jobs,
  login,
  logout,
  newsletter,
  order,
  postcard,
  prints,
  profile,
  rent,
  shelf,
  studio,
  unsubscribe,
  workshop,
  zine,
};
