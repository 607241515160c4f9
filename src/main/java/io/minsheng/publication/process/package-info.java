/** Steps of publications. */
package io.minsheng.publication.process;
