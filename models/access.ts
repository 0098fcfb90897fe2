import { Schema } from 'mongoose';

/** Who may see turnover, beside managers, who always may. Guests only may where they are named. */
export type SeenBy = 'everyone' | 'channels' | 'managers';

/** Slack's ids of people, and of channels whose members are meant. */
export interface AccessList {
  people: string[];
  channels: string[];
}

/** A department that is kept to fewer people: for it this holds instead of what holds for the rest. */
export interface DepartmentAccess extends AccessList {
  departmentId: string;
}

/** The rules of a workspace on who may see turnover. `channels` count for `seenBy: 'channels'`, `people` always. */
export interface Access extends AccessList {
  seenBy: SeenBy;
  departments: DepartmentAccess[];
}

const ids = { type: [String], default: undefined };

/** Absent in a workspace where nobody changed anything: everyone may but guests. */
export const accessSchema = new Schema<Access>(
  {
    seenBy: { type: String, enum: ['everyone', 'channels', 'managers'] },
    people: ids,
    channels: ids,
    departments: {
      type: [
        new Schema<DepartmentAccess>(
          { departmentId: { type: String, required: true }, people: [String], channels: [String] },
          { _id: false },
        ),
      ],
      default: undefined,
    },
  },
  { _id: false },
);
