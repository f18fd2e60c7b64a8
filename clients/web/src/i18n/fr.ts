// Every French text of the pages; its type is the type of every dictionary.
import { frCore } from './fr-core';
import { frFacilitator } from './fr-facilitator';
import { frPreparation } from './fr-preparation';
import { frPrint } from './fr-print';
import { frScreen } from './fr-screen';

export const fr = {
  ...frCore,
  ...frFacilitator,
  ...frPreparation,
  ...frPrint,
  ...frScreen,
};

export type Messages = typeof fr;
