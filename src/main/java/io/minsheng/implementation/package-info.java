/** 民生实事项目: what was adopted and is carried out. */
package io.minsheng.implementation;
