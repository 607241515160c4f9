/** /api/v1/cases. */
package io.minsheng.search.api;
