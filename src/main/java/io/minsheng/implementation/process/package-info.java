/** The steps of the model {@code implementation}. */
package io.minsheng.implementation.process;
