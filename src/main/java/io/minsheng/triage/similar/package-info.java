/** Which suggestions want the same: for the people who sort them, and for those who are about to write one. */
package io.minsheng.triage.similar;
