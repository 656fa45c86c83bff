import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as v from 'valibot';

import { mayDo, type Reader } from './access/reader.js';
import { readSessionCookie, writeSessionCookie } from './access/session-cookie.js';
import { requireOwnPage, type DoorOptions, type Doors } from './doors.js';
import { HttpError } from './http-error.js';

/** Who is signed in, as the page needs to know. */
interface SignedIn {
  /** Null: nobody. That is no fault, so a page that asks when it opens gets no error for it. */
  readonly reader: string | null;
  readonly role?: Reader['role'];
  /** Whether files with names may be saved. */
  readonly files: boolean;
}

const bodySchema = v.strictObject({ token: v.pipe(v.string(), v.maxLength(500)) });

/**
 * `POST`, `GET` and `DELETE /session`: signs a reader of the HR page in, tells who is signed in, and signs out. The
 * token is exchanged for a cookie that no script can read.
 */
export function addSessionRoutes(server: FastifyInstance, path: string, doors: Doors, options: DoorOptions): void {
  const { sessions, base, book } = options;
  const placeOf = (request: FastifyRequest) => ({ base, secure: request.protocol === 'https' });
  const secretOf = (request: FastifyRequest) => readSessionCookie(request.headers.cookie, placeOf(request));
  const giveCookie = (request: FastifyRequest, reply: FastifyReply, secret: string) =>
    reply.header('set-cookie', writeSessionCookie(secret, placeOf(request)));
  const own = {
    exposeHeadRoute: false,
    onRequest: (request: FastifyRequest, _reply: FastifyReply, done: () => void) => {
      requireOwnPage(request);
      done();
    },
  };

  server.post(path, { ...own, bodyLimit: 2_000 }, async (request, reply): Promise<SignedIn> => {
    // A form of another site can send plain text without asking first, and never this.
    if (!/^application\/json\b/i.test(request.headers['content-type'] ?? '')) {
      throw new HttpError(415, 'wrong-type', 'Send the token as application/json.');
    }
    const { token } = readBody(request.body);
    if (book.list().length === 0) {
      throw new HttpError(403, 'reading-off', 'This collector has no reading token, so nothing can be read.');
    }
    const reader = await recogniseOrRecord(doors, token.trim(), request);
    await doors.record({
      action: 'sign-in',
      outcome: 'done',
      route: path,
      reader: reader.name,
      role: reader.role,
    });
    // The secret is a new one at each sign-in, so that one that was slipped in before is worth nothing.
    const earlier = secretOf(request);
    if (earlier !== undefined) sessions.end(earlier);
    giveCookie(request, reply, sessions.begin(reader));
    return tell(reader);
  });

  server.get(path, own, (request): SignedIn => {
    const secret = secretOf(request);
    const reader = secret === undefined ? undefined : sessions.find(secret);
    return reader ? tell(reader) : { reader: null, files: false };
  });

  server.delete(path, own, async (request, reply) => {
    const secret = secretOf(request);
    const reader = secret === undefined ? undefined : sessions.find(secret);
    if (secret !== undefined) sessions.end(secret);
    giveCookie(request, reply, '');
    if (reader) {
      await doors.record({
        action: 'sign-out',
        outcome: 'done',
        route: path,
        reader: reader.name,
        role: reader.role,
      });
    }
    return reply.code(204).send();
  });
}

async function recogniseOrRecord(doors: Doors, token: string, request: FastifyRequest): Promise<Reader> {
  try {
    return doors.recognise(token, request);
  } catch (cause) {
    const route = request.routeOptions.url ?? '(none)';
    await doors.record({ action: 'sign-in', outcome: 'refused', route });
    throw cause;
  }
}

function readBody(body: unknown) {
  const read = v.safeParse(bodySchema, body);
  if (read.success) return read.output;
  throw new HttpError(422, 'wrong-shape', 'This is no sign-in. Send { "token": "…" }.');
}

function tell({ name, role }: Reader): SignedIn {
  return { reader: name, role, files: mayDo(role, 'names') };
}
