/** A form as the components print it, with every state that the style sheet knows something about. */
export const form = `
<form data-action-form="order">
  <div data-action-summary role="group"><h2>There is a problem</h2><ul><li><a href="#a">Enter a name</a></li></ul></div>
  <div data-action-field><label for="plain">Plain</label><input id="plain" /></div>
  <div data-action-field>
    <label for="a">Name</label>
    <p data-action-hint>As on the card</p>
    <input id="a" aria-invalid="true" />
    <p data-action-errors id="a-errors">Enter a name</p>
  </div>
  <fieldset data-action-field id="radios" aria-invalid="true"><legend>Size</legend>
    <div data-action-option><input type="radio" id="r" /><label for="r">Small</label></div>
  </fieldset>
  <div data-action-field><label for="file">File</label>
    <ul data-action-kept><li id="kept"><span>cv.pdf</span><button type="submit" formnovalidate>Remove</button></li></ul>
    <input type="file" id="file" />
  </div>
  <fieldset data-action-list><legend>Items</legend>
    <div data-action-row role="group" aria-label="Item 1" hidden>A row that is not shown</div>
    <div data-action-row-buttons><button type="submit" formnovalidate>Remove</button></div>
  </fieldset>
  <p data-action-errors id="alone">An error that has no box of a field around it</p>
  <button type="submit" id="send">Send</button>
  <p data-action-status>Sent</p>
</form>`;
