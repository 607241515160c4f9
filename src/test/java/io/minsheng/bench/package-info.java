/** Benchmarks of the packaged program: they measure and print, they are no tests. */
package io.minsheng.bench;
