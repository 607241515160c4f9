/** The steps of the model {@code supervision}. */
package io.minsheng.supervision.process;
