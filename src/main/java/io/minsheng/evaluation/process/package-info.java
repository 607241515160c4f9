/** Steps of the models around evaluation and conclusion. */
package io.minsheng.evaluation.process;
