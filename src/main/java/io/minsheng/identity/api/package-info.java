/** Calls about the own account, and who stands in for whom. */
package io.minsheng.identity.api;
