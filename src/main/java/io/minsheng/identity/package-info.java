/** People of the staff, their organisations and roles; who is acting now; the first administrator. */
package io.minsheng.identity;
