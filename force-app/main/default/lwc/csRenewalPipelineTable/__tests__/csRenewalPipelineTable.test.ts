import CsRenewalPipelineTable from 'c/csRenewalPipelineTable';
import { itShowsRenewals } from 'test/renewals';

itShowsRenewals('c-cs-renewal-pipeline-table', CsRenewalPipelineTable);
