import { type Connection, Schema } from 'mongoose';
import { wall } from './wall.ts';

/** A person was sent to Lightspeed to give consent and may come back once, within a few minutes. */
export interface ConsentRequest {
  /** The SHA-256 of the state that comes back: the state itself is nowhere kept. */
  _id: string;
  workspaceId: string;
  /** Who was sent. */
  userId: string;
  /** The PKCE code verifier, encrypted. */
  verifier: string;
  expiresAt: Date;
}

const schema = new Schema<ConsentRequest>(
  {
    _id: { type: String, required: true },
    workspaceId: { type: String, required: true },
    userId: { type: String, required: true },
    verifier: { type: String, required: true },
    expiresAt: { type: Date, required: true },
  },
  { collection: 'consent_requests', versionKey: false },
);
schema.index({ expiresAt: 1 }, { name: 'consent_requests_expire', expireAfterSeconds: 0 });
schema.plugin(wall);

export const consentRequestModel = (connection: Connection) => connection.model('ConsentRequest', schema);
