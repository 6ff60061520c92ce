import type { FormField } from 'astro-action-forms/server';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { follow } from './follow';
import { toReactProps } from './to-react-props';

interface PickerProps {
  /** `form.field(…)` */
  field: FormField;
  palette: string[];
}

/** A native field for a colour. Where React runs, also a patch of that colour, and buttons that fill it in. */
export function ColourPicker({ field, palette }: PickerProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input ref={input} {...toReactProps(field.control)} />
      <Palette input={input} palette={palette} />
    </>
  );
}

interface PaletteProps {
  input: RefObject<HTMLInputElement | null>;
  palette: string[];
}

/** Has the state, so that the input is rendered once: with every render React writes the first default back into it. */
function Palette({ input, palette }: PaletteProps) {
  // Undefined on the server and until React has taken over: buttons that do nothing are not shown.
  const [colour, setColour] = useState<string>();
  useEffect(() => {
    const { current } = input;
    return current ? follow(current, () => setColour(current.value)) : undefined;
  }, [input]);
  if (colour === undefined) return null;
  return (
    <span className="palette">
      <span role="img" aria-label={`Patch of ${colour || 'no colour'}`} style={{ ...patch, background: colour }} />
      {palette.map((choice) => (
        <button key={choice} type="button" onClick={() => choose(input.current, choice)}>
          {choice}
        </button>
      ))}
    </span>
  );
}

const patch = { display: 'inline-block', inlineSize: '2em', blockSize: '1em', border: '1px solid' } as const;

/** Like a person who types it: the form hears of it, and checks a field that showed an error. */
function choose(input: HTMLInputElement | null, colour: string): void {
  if (!input) return;
  input.value = colour;
  input.dispatchEvent(new Event('input', { bubbles: true }));
  input.dispatchEvent(new Event('change', { bubbles: true }));
}
