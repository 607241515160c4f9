/** Similar cases on pages of staff. */
package io.minsheng.triage.similar.web;
