/** The first page of the staff and what its buttons do. */
package io.minsheng.worklist.web;
