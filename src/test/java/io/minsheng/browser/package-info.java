/** What people meet: pages in a real browser, with the keyboard, on a phone, without JavaScript, checked for accessibility. */
package io.minsheng.browser;
