/** The list of cases and the page of one. */
package io.minsheng.search.web;
