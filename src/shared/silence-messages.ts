/** What the island says where no answer came. These texts alone load with the island: nothing else can load then. */
export const silenceMessages = {
  network: 'The form was not sent. Check your connection and try again.',
  timeout: 'The server took too long. Try again.',
} as const;

/** Why no answer came. */
export type SilenceCode = keyof typeof silenceMessages;
