/** Finding cases and looking at one: lists, the case page, files, contact data; reads what the features below have written. */
package io.minsheng.search;
