import { describe, expect, test } from 'vitest';
import { formAction, isOwnLocation, pagePath, pageQuery, withResult } from '../../src/server/page-url.js';

const at = (path: string) => new URL(path, 'http://site.example');

describe('the URL of a form', () => {
  test.each([
    ['/p', '', '?_action=order'],
    ['/p?page=2', '?page=2', '?page=2&_action=order'],
    ['/p?_action=order', '', '?_action=order'],
    ['/p?page=2&_action=other&q=%26', '?page=2&q=%26', '?page=2&q=%26&_action=order'],
    ['/p?_result=abc&page=2', '?page=2', '?page=2&_action=order'],
    ['/p?a=1&a=2', '?a=1&a=2', '?a=1&a=2&_action=order'],
  ])('%s keeps the query %s', (path, query, action) => {
    expect(pageQuery(at(path))).toBe(query);
    expect(pagePath(at(path))).toBe(`/p${query}`);
    expect(formAction(at(path), '?_action=order')).toBe(action);
  });

  test.each([
    ['/thanks', '/thanks?_result=ID'],
    ['/thanks?a=b', '/thanks?a=b&_result=ID'],
    ['/thanks#top', '/thanks?_result=ID#top'],
    ['/thanks?a=b#x#y', '/thanks?a=b&_result=ID#x#y'],
    ['/thanks?', '/thanks?_result=ID'],
    ['/thanks?a=%26&b=c?d', '/thanks?a=%26&b=c?d&_result=ID'],
    ['/thanks?_result=OLD', '/thanks?_result=ID'],
    ['/thanks?_result=OLD&a=b&%5Fresult=OLDER#x', '/thanks?a=b&_result=ID#x'],
    ['/thanks?my_result=1&_results=2', '/thanks?my_result=1&_results=2&_result=ID'],
  ])('a result on the way to %s makes it %s', (location, expected) => {
    expect(withResult(location, 'ID')).toBe(expected);
  });

  test.each([
    ['/thanks', true],
    ['thanks', true],
    ['http://site.example/x', true],
    ['https://site.example/x', true],
    ['https://pay.example/x', false],
    ['//pay.example', false],
  ])('%s is on the site itself: %s', (location, own) => {
    expect(isOwnLocation(location, at('/p'))).toBe(own);
  });

  test.each([
    '//other.example',
    '///other.example',
    '/\\other.example',
    '/\t/other.example',
    '/.//other.example',
    '/p?a=b&c=%2F%2Fd',
  ])('is told of %j as a URL parser tells it', (location) => {
    expect(isOwnLocation(location, at('/p'))).toBe(new URL(location, at('/p')).host === 'site.example');
  });
});
