/** Steps of requests about the own data. */
package io.minsheng.tracking.process;
