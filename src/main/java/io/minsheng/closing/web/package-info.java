/** The page on which a campaign is reconciled and closed. */
package io.minsheng.closing.web;
