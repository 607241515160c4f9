/** What every page and every JSON call shares: errors in two faces, paging, headers, origin of requests, public links. */
package io.minsheng.platform.web;
