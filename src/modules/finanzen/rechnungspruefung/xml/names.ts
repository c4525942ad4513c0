/** Canonical prefixes of the namespaces that electronic invoices use. */
export const PREFIX_OF: ReadonlyMap<string, string> = new Map([
  ['urn:oasis:names:specification:ubl:schema:xsd:Invoice-2', 'ubl'],
  ['urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2', 'cn'],
  ['urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'cac'],
  ['urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'cbc'],
  ['urn:oasis:names:specification:ubl:schema:xsd:CommonExtensionComponents-2', 'ext'],
  ['urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100', 'rsm'],
  ['urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100', 'ram'],
  ['urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100', 'udt'],
  ['urn:un:unece:uncefact:data:standard:QualifiedDataType:100', 'qdt'],
  ['urn:ferd:CrossIndustryDocument:invoice:1p0', 'zf1'],
  ['urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:12', 'ram12'],
  ['urn:un:unece:uncefact:data:standard:UnqualifiedDataType:15', 'udt15'],
  ['http://www.w3.org/2001/XMLSchema-instance', 'xsi'],
  ['http://www.w3.org/XML/1998/namespace', 'xml'],
])

/** The namespace of a canonical prefix; used when writing. */
export const NAMESPACE_OF: ReadonlyMap<string, string> = new Map([...PREFIX_OF].map(([uri, prefix]) => [prefix, uri]))
