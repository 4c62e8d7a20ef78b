"""What the help of each command shows."""

from __future__ import annotations

EXAMPLES = {
    "": """\
examples:
  rights-diff demo
  rights-diff compare amnesty-2017-18.txt amnesty-2021-22.txt -o report.html
  rights-diff explain amnesty-2017-18.txt amnesty-2021-22.txt r12
  rights-diff inspect hrw-2019.txt
""",
    "inspect": """\
examples:
  rights-diff inspect amnesty-2017-18.txt
  rights-diff inspect hrw-2019.txt --format json -o hrw-2019.json
  rights-diff inspect hrw-2019.txt --table quantities -o figures-2019.csv
  rights-diff inspect chapter.txt --organization "Human Rights Watch" --country Cuba
""",
    "compare": """\
examples:
  rights-diff compare amnesty-2017-18.txt amnesty-2021-22.txt -o report.html
  rights-diff compare amnesty-2017-18.txt hrw-2019.txt --format markdown
  rights-diff compare hrw-2014.txt hrw-2019.txt --format json > comparison.json
  rights-diff compare hrw-2014.txt hrw-2019.txt -o table.docx
  rights-diff compare hrw-2014.txt hrw-2019.txt -o figures.csv --table figures
  rights-diff compare hrw-2014.txt hrw-2019.txt --review decisions.jsonl -o report.html
""",
    "explain": """\
examples:
  rights-diff explain amnesty-2017-18.txt amnesty-2021-22.txt r12
  rights-diff explain amnesty-2017-18.txt hrw-2019.txt r12 --format json
""",
    "timeline": """\
examples:
  rights-diff timeline reports/*.txt
  rights-diff timeline reports/* -o timeline.html
  rights-diff timeline amnesty-*.txt state-*.html --format json -o timeline.json
""",
    "corpus": """\
examples:
  rights-diff corpus reports/2011 reports/2013 -o site
  rights-diff corpus amnesty-2012.pdf amnesty-2013.pdf -o site --data sqlite
  rights-diff corpus --manifest reports.csv -o site --across --workers 8
  rights-diff corpus reports --dry-run
""",
    "split": """\
examples:
  rights-diff split yearbook-2013.pdf -o chapters
  rights-diff split yearbook-2013.pdf -o chapters --force
""",
    "demo": """\
examples:
  rights-diff demo
  rights-diff demo -o demo.html
""",
}
