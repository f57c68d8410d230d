import type { ParagraphChild } from 'docx';
import { escaped, type WrittenRows } from './table-rows';

/** Over the page from corner to corner; points. */
const SIZE = { height: 70, perLetter: 33 };

/**
 * A pale word behind the text, as Word's own command puts it into a header: a drawing whose name tells Word, LibreOffice and
 * Google Docs what it is. The library knows none.
 */
export const behindText = (word: string, written: WrittenRows): ParagraphChild =>
  written.sign(
    '<w:r><w:pict><v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" ' +
      'path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/>' +
      '<v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/>' +
      '<v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/><v:f eqn="mid @5 @6"/>' +
      '<v:f eqn="mid @8 @5"/><v:f eqn="mid @7 @8"/><v:f eqn="mid @6 @7"/><v:f eqn="sum @6 0 @5"/></v:formulas>' +
      '<v:path textpathok="t" o:connecttype="custom" o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800" ' +
      'o:connectangles="270,180,90,0"/><v:textpath on="t" fitshape="t"/></v:shapetype>' +
      '<v:shape id="PowerPlusWaterMarkObject1" o:spid="_x0000_s2049" type="#_x0000_t136" alt="" ' +
      `style="position:absolute;margin-left:0;margin-top:0;width:${word.length * SIZE.perLetter}pt;` +
      `height:${SIZE.height}pt;rotation:315;z-index:-251658752;mso-position-horizontal:center;` +
      'mso-position-horizontal-relative:margin;mso-position-vertical:center;mso-position-vertical-relative:margin" ' +
      'o:allowincell="f" fillcolor="silver" stroked="f"><v:fill opacity=".4"/>' +
      `<v:textpath style="font-family:&quot;Times New Roman&quot;;font-size:1pt" string="${escaped(word)}"/>` +
      '</v:shape></w:pict></w:r>',
  ) as unknown as ParagraphChild;
