import { type Delivery, DeliveryError } from './delivery.ts';

const refuse = (method: string) => async (): Promise<never> => {
  throw new DeliveryError(method, 'refused', 'no_slack_settings');
};

/** Stands where no Slack is set up: nothing is delivered, and it says so. */
export const noDelivery: Delivery = {
  post: refuse('chat.postMessage'),
  update: refuse('chat.update'),
  uploadPicture: refuse('files.getUploadURLExternal'),
  sendFile: refuse('files.completeUploadExternal'),
  wasSent: refuse('files.info'),
  readFile: refuse('files.info'),
  find: refuse('conversations.history'),
  publishHome: refuse('views.publish'),
  isLetIn: refuse('auth.test'),
  person: refuse('users.info'),
  forgetPerson: () => {},
  members: refuse('conversations.members'),
};
