/** Steps of publications and answers. */
package io.minsheng.publication.process;
