import { defineAction } from 'astro-action-forms/server';
import { input } from '../fields';

export const server = {
  survey: defineAction({ accept: 'form', input, handler: (answers) => Object.keys(answers).length }),
};
