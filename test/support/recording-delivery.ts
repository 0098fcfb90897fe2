import type { HomeView } from '@slack/types';
import {
  type Delivery,
  DeliveryError,
  type DeliveryOutcome,
  type OutgoingFile,
  type OutgoingMessage,
  type Person,
  type Picture,
  type PostedMessage,
  type SearchPlace,
} from '../../src/slack/delivery.ts';
import type { Message } from '../../src/slack/message.ts';

export interface Posted {
  ts: string;
  channelId: string;
  threadTs: string | undefined;
  key: string | undefined;
  /** What it says now. */
  text: string;
  /** What it said before, oldest first. */
  earlier: string[];
  blocks: Message['blocks'];
}

interface Trouble {
  method: 'post' | 'update' | 'uploadPicture' | 'sendFile' | 'publishHome';
  /** What goes wrong; nothing when something only happens meanwhile. */
  error?: DeliveryError;
  /** Whether Slack does the work all the same. */
  isDone: boolean;
  /** Happens while Slack works. */
  meanwhile?: () => Promise<void>;
}

/** A Slack that remembers what it was told, and fails in the way it is asked to. */
export class RecordingDelivery implements Delivery {
  readonly messages: Posted[] = [];
  readonly searches: SearchPlace[] = [];
  readonly pictures: Picture[] = [];
  readonly files: (OutgoingFile & { id: string })[] = [];
  /** What was published as somebody's Home, oldest first. */
  readonly homes: { userId: string; view: HomeView }[] = [];
  standing: Person = {
    name: 'Sam',
    isAdmin: false,
    isGuest: false,
    isDeleted: false,
    zone: null,
    locale: null,
  };
  /** Who is in a channel; Slack knows no others. */
  readonly channels = new Map<string, readonly string[]>();
  /** What is different about some people, by user id. */
  readonly people = new Map<string, Partial<Person>>();
  readonly #now: () => number;
  readonly #troubles: Trouble[] = [];
  #sent = 0;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** The next call of this method fails; `isDone`: but only after it was done. */
  failNext(
    method: Trouble['method'],
    outcome: DeliveryOutcome,
    { code = 'channel_not_found', isDone = false }: { code?: string; isDone?: boolean } = {},
  ): void {
    this.#troubles.push({ method, error: new DeliveryError(method, outcome, code), isDone });
  }

  /** The next call of this method goes well, and this happens just before it is answered. */
  duringNext(method: Trouble['method'], meanwhile: () => Promise<void>): void {
    this.#troubles.push({ method, isDone: true, meanwhile });
  }

  /** Keeps what was said by now; the function it returns brings that back. */
  snapshot(): () => void {
    const kept = structuredClone(this.messages);
    return () => {
      this.messages.splice(0, this.messages.length, ...structuredClone(kept));
    };
  }

  /** What stands in a channel itself, not in threads. */
  inChannel(channelId: string): Posted[] {
    return this.messages.filter((message) => message.channelId === channelId && !message.threadTs);
  }

  inThread(ts: string | undefined): Posted[] {
    return this.messages.filter(({ threadTs }) => threadTs !== undefined && threadTs === ts);
  }

  async post(
    _workspaceId: string,
    { channelId, threadTs, key, text, blocks }: OutgoingMessage,
  ): Promise<PostedMessage> {
    this.#sent += 1;
    const ts = `${Math.floor(this.#now() / 1000)}.${String(this.#sent).padStart(6, '0')}`;
    await this.#troubled('post', () => {
      this.messages.push({ ts, channelId, threadTs, key, text, earlier: [], blocks });
    });
    return { channelId, ts };
  }

  async update(
    _workspaceId: string,
    { channelId, ts, text, blocks }: Message & { channelId: string; ts: string },
  ): Promise<void> {
    await this.#troubled('update', () => {
      const message = this.messages.find((one) => one.ts === ts && one.channelId === channelId);
      if (!message) throw new DeliveryError('update', 'refused', 'message_not_found');
      message.earlier.push(message.text);
      message.text = text;
      message.blocks = blocks;
    });
  }

  async uploadPicture(_workspaceId: string, picture: Picture): Promise<string> {
    await this.#troubled('uploadPicture', () => this.pictures.push(picture));
    return `F${String(this.pictures.length).padStart(10, '0')}`;
  }

  async sendFile(_workspaceId: string, file: OutgoingFile): Promise<void> {
    const id = `F${String(1_000 + this.files.length)}`;
    await file.onUploaded?.(id);
    await this.#troubled('sendFile', () => this.files.push({ ...file, id }));
  }

  async wasSent(_workspaceId: string, fileId: string): Promise<boolean> {
    return this.files.some(({ id }) => id === fileId);
  }

  async readFile(_workspaceId: string, { fileId }: { fileId: string }): Promise<Uint8Array> {
    const file = this.files.find(({ id }) => id === fileId);
    if (!file) throw new DeliveryError('files.info', 'refused', 'file_not_found');
    return file.bytes;
  }

  async find(_workspaceId: string, where: SearchPlace): Promise<string | undefined> {
    this.searches.push(where);
    const found = this.messages.find(
      ({ ts, channelId, threadTs, key }) =>
        channelId === where.channelId &&
        threadTs === where.threadTs &&
        key === where.key &&
        Number(ts) * 1000 >= where.since,
    );
    return found?.ts;
  }

  async publishHome(_workspaceId: string, userId: string, view: HomeView): Promise<void> {
    await this.#troubled('publishHome', () => this.homes.push({ userId, view }));
  }

  /** Workspaces that Daybook was taken out of. */
  readonly out = new Set<string>();

  async isLetIn(workspaceId: string): Promise<boolean> {
    return !this.out.has(workspaceId);
  }

  async person(_workspaceId: string, userId: string): Promise<Person> {
    return { ...this.standing, ...this.people.get(userId) };
  }

  forgetPerson(): void {}

  async members(_workspaceId: string, channelId: string): Promise<ReadonlySet<string>> {
    const members = this.channels.get(channelId);
    if (!members) throw new DeliveryError('conversations.members', 'refused', 'channel_not_found');
    return new Set(members);
  }

  async #troubled(method: Trouble['method'], work: () => void): Promise<void> {
    const index = this.#troubles.findIndex((trouble) => trouble.method === method);
    const [trouble] = index === -1 ? [] : this.#troubles.splice(index, 1);
    if (!trouble || trouble.isDone) work();
    await trouble?.meanwhile?.();
    if (trouble?.error) throw trouble.error;
  }
}
