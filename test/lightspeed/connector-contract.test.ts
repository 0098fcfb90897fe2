import { connectorContract } from './connector-contract.ts';
import { rSeriesKit } from './r-series/kit.ts';
import { xSeriesKit } from './x-series/kit.ts';

connectorContract('R-Series', rSeriesKit);
connectorContract('X-Series', xSeriesKit);
