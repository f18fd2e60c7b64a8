// Every English text of the pages.
import { enCore } from './en-core';
import { enFacilitator } from './en-facilitator';
import { enPreparation } from './en-preparation';
import { enPrint } from './en-print';
import { enScreen } from './en-screen';
import type { Messages } from './fr';

export const en = {
  ...enCore,
  ...enFacilitator,
  ...enPreparation,
  ...enPrint,
  ...enScreen,
} satisfies Messages;
