/** /api/v1/similar, /api/v1/cases/{caseNumber}/similar. */
package io.minsheng.triage.similar.api;
