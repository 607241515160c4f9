/** Reconciliation and closing for programs. */
package io.minsheng.closing.api;
