/** Calls about the own account. */
package io.minsheng.identity.api;
