/** Refusals: the one exception by which any use case says no, with a status and a Chinese sentence a person can act on. */
package io.minsheng.platform.error;
