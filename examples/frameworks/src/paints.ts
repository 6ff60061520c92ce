export interface Paint {
  name: string;
  colour: string;
}

/** What was mixed since the server started. */
export const paints: Paint[] = [];
