/** Calls of the contract that only the evaluation knows. */
package io.minsheng.evaluation.api;
