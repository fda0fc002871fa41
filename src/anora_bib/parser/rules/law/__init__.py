"""Law: statutes, cases, decisions of courts and what law reviews cite beside them."""
