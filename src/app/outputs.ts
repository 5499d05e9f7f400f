import type { OutputRequest } from '../panels/useApp';
import type { Report } from '../report/report';
import type { AppStore } from '../state/store';
import { packProject } from '../storage/projectFile';
import type { CoreClient } from '../worker/client';
import { today } from './documents';
import { download } from './download';

export async function buildReportWith(_store: AppStore, _client: CoreClient, _kind: 'report' | 'fiche'): Promise<Report | null> {
  return null;
}

export async function takeOutWith(store: AppStore, _client: CoreClient, request: OutputRequest): Promise<void> {
  const { present } = store.getState().history;
  if (request.output === 'project') download(`maillage-${present.departement}-${today()}.maillage`, await packProject(present), 'application/gzip');
}
