/** Steps of the model answer, and those that open answers or follow from them. */
package io.minsheng.publication.answer.process;
