/** The page on which a lead department reports a month. */
package io.minsheng.implementation.web;
