"""What web pages say of works for machines: schema.org, Highwire's meta tags, COinS. These are only written."""
