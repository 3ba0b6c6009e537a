import CsRenewalPipelineCards from 'c/csRenewalPipelineCards';
import { itShowsRenewals } from 'test/renewals';

itShowsRenewals('c-cs-renewal-pipeline-cards', CsRenewalPipelineCards);
