"""What stands over an essay: title, byline and date, in lines of text or in front matter."""
