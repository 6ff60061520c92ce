import { spawn } from 'node:child_process';

/** A program in a terminal of its own, which is typed to and read from. */
export interface Terminal {
  /** Waits until the program has written a text since the last key, escape sequences left out. */
  shows(text: string): Promise<void>;
  /** Types; `\t` and `\r` are the keys. */
  press(keys: string): void;
  /** Everything that was written, once the program has ended. */
  ended(): Promise<string>;
}

/** Starts a program through `script`, of which every Debian has one. */
export function openTerminal(command: string, timeout = 20_000): Terminal {
  const child = spawn('script', ['-qec', `stty cols 80 rows 40; exec ${command}`, '/dev/null'], {
    env: { ...process.env, TERM: 'xterm', LANG: 'C.UTF-8' },
    stdio: ['pipe', 'pipe', 'inherit'],
    timeout,
  });
  let all = '';
  let recent = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    all += chunk;
    recent += chunk;
  });
  const closed = new Promise<void>((resolve) => {
    child.once('close', () => resolve());
  });
  const plain = (text: string) => text.replaceAll(escapeSequence, '');
  return {
    async shows(text) {
      while (!plain(recent).includes(text)) {
        if (child.exitCode !== null || child.signalCode !== null) {
          throw new Error(`${command} ended before it showed “${text}”:\n${plain(all)}`);
        }
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
    press(keys) {
      recent = '';
      child.stdin.write(keys);
    },
    async ended() {
      await closed;
      return plain(all);
    },
  };
}

const escapeSequence = new RegExp(String.raw`\u001B(?:\[[0-9;?]*[a-zA-Z]|\([A-B0]|[=>])`, 'g');
