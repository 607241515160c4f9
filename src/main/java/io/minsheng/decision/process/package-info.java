/** Steps of lists and of the cases on them. */
package io.minsheng.decision.process;
