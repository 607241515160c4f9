/** What the triage page shows of probable categories. */
package io.minsheng.triage.category.web;
