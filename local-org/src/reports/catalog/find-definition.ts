import { parseXml } from '../../metadata/xml/parse-xml.ts';
import type { XmlElement } from '../../metadata/xml/xml-element.ts';
import type { MetadataStore } from '../../metadata-store/types.ts';
import type { DashboardDef } from '../model/dashboard-def.ts';
import { readDashboard } from '../model/read-dashboard.ts';
import { readReport } from '../model/read-report.ts';
import type { ReportDef } from '../model/report-def.ts';
import { readReportType, type ReportTypeDef } from '../model/report-type.ts';

/** A deployed report by full name. */
export function findReport(metadata: MetadataStore, fullName: string): ReportDef | undefined {
  const root = rootOf(metadata, 'Report', fullName);
  return root && readReport(fullName, root);
}

/** A deployed report type by its own name. */
export function findReportType(metadata: MetadataStore, name: string): ReportTypeDef | undefined {
  const root = rootOf(metadata, 'ReportType', name);
  return root && readReportType(name, root);
}

/** A deployed dashboard by full name. */
export function findDashboard(metadata: MetadataStore, fullName: string): DashboardDef | undefined {
  const root = rootOf(metadata, 'Dashboard', fullName);
  return root && readDashboard(fullName, root);
}

function rootOf(metadata: MetadataStore, type: string, fullName: string): XmlElement | undefined {
  const text = Object.values(metadata.get(type, fullName)?.files ?? {})[0];
  return text === undefined ? undefined : parseXml(text);
}
